package io.millrace.cli.prove.stage;

import java.nio.file.Path;

/** A folder of this machine's own disk: it can neither lose its power nor be filled. */
record PlainDisk(Path folder) implements Disk {

    @Override
    public boolean canLosePower() {
        return false;
    }

    @Override
    public void remember() {
        throw new UnsupportedOperationException("The power of this machine's own disk is not to be cut");
    }

    @Override
    public void goOn() {
        remember();
    }

    @Override
    public void fill() {
        throw new UnsupportedOperationException("This machine's own disk is not to be filled");
    }

    @Override
    public void makeRoom() {}

    /** The whole state folder goes at once. */
    @Override
    public void close() {}
}
