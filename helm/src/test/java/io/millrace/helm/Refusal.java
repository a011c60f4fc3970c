package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is not rendered.
 *
 * @param values over those of development
 * @param sentence how the answer begins, or a part of it
 */
record Refusal(String values, String sentence) {

    /** @param service its name and its values */
    static Refusal service(String service, String sentence) {
        return new Refusal("services: {" + service + "}", sentence);
    }

    void isSaid() {
        assertThatThrownBy(() -> TestChart.copy().render("values-development.yaml", values))
                .hasMessageContaining(sentence);
    }
}
