package io.millrace.testkit.source;

/** Proves that the suite can be passed at all, and says what it takes in a few lines. */
class InMemorySourceTest extends EventSourceConformance {

    @Override
    protected SourceUnderTest start() {
        return new InMemorySource();
    }
}
