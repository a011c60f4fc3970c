package io.millrace.cli.streams.subject;

import java.util.List;

/** Subjects with wildcards: {@code *} stands for one token, {@code >} for one or more at the end. */
public final class Subjects {

    private Subjects() {}

    /** Whether each subject that the second stands for is one of the first as well. */
    public static boolean covers(String wide, String narrow) {
        List<String> wides = tokens(wide);
        List<String> narrows = tokens(narrow);
        for (int i = 0; i < wides.size(); i++) {
            if (i == narrows.size()) {
                return false;
            }
            if (wides.get(i).equals(">")) {
                return true;
            }
            boolean within = wides.get(i).equals(narrows.get(i))
                    || wides.get(i).equals("*") && !narrows.get(i).equals(">");
            if (!within) {
                return false;
            }
        }
        return wides.size() == narrows.size();
    }

    /** Whether there is a subject that both stand for. */
    public static boolean overlap(String one, String other) {
        List<String> ones = tokens(one);
        List<String> others = tokens(other);
        int common = Math.min(ones.size(), others.size());
        for (int i = 0; i < common; i++) {
            if (ones.get(i).equals(">") || others.get(i).equals(">")) {
                return true;
            }
            boolean may = ones.get(i).equals(others.get(i))
                    || ones.get(i).equals("*")
                    || others.get(i).equals("*");
            if (!may) {
                return false;
            }
        }
        return ones.size() == others.size();
    }

    private static List<String> tokens(String subject) {
        return List.of(subject.split("\\.", -1));
    }
}
