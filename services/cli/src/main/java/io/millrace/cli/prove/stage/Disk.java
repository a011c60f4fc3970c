package io.millrace.cli.prove.stage;

import java.nio.file.Path;

/** Where a server keeps its data. */
public sealed interface Disk extends AutoCloseable permits LoopDisk, PlainDisk {

    /** The folder, the same as long as this object lives. */
    Path folder();

    /** Whether what was not synced can be taken away, as a power cut does. */
    boolean canLosePower();

    /**
     * Keeps what is on the disk at this moment, without what the operating system has not written yet. Nobody may write
     * meanwhile.
     */
    void remember();

    /** Goes on from what was remembered. Nobody may have a file open here. */
    void goOn();

    /** Takes all the room that is left, until {@link #makeRoom}. */
    void fill();

    void makeRoom();

    /** Removes everything. */
    @Override
    void close();

    /** An image on a loop mount where this machine allows it, otherwise a plain folder. */
    static Disk in(Path place, String name) {
        return LoopDisk.tryMount(place, name).orElseGet(() -> new PlainDisk(place.resolve(name)));
    }
}
