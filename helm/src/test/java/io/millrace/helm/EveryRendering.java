package io.millrace.helm;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test of what is rendered from each values file: those of the chart, and one that uses what they leave out. */
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(
        strings = {
            "values-development.yaml",
            "values-single-node.yaml",
            "values-production.yaml",
            "values-everything.yaml"
        })
@interface EveryRendering {}
