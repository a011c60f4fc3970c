package io.millrace.chassis.config;

import io.micronaut.serde.config.DeserializationConfiguration;

/**
 * A configuration as it is, but for fields that are not known, which are passed over, and for primitives that are missing or
 * null: they do not become 0, for nobody sent one.
 */
record PassingOverUnknown(DeserializationConfiguration configured) implements DeserializationConfiguration {

    @Override
    public boolean isIgnoreUnknown() {
        return true;
    }

    @Override
    public int getArraySizeThreshold() {
        return configured.getArraySizeThreshold();
    }

    @Override
    public boolean isStrictNullable() {
        return configured.isStrictNullable();
    }

    @Override
    public boolean isFailOnNullForPrimitives() {
        return true;
    }

    @Override
    public boolean isSubtypesRequireDefaultImpl() {
        return configured.isSubtypesRequireDefaultImpl();
    }

    @Override
    public boolean acceptCaseInsensitiveEnums() {
        return configured.acceptCaseInsensitiveEnums();
    }
}
