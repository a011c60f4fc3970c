package io.millrace.chassis.rest;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.micronaut.core.annotation.Introspected;
import io.millrace.contracts.Money;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Three capitals that name a currency in which somebody can pay: {@code EUR}, and not {@code EUX} or {@code XAU}. What is no
 * {@linkplain Money#CURRENCY currency code} at all passes; that is for a pattern to say.
 */
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT})
@Retention(RUNTIME)
@Constraint(validatedBy = PayableCurrency.Validator.class)
public @interface PayableCurrency {

    String message() default "must be a currency of ISO 4217 in which one can pay";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** For the framework. */
    @Introspected
    class Validator implements ConstraintValidator<PayableCurrency, String> {

        @Override
        public boolean isValid(String currency, ConstraintValidatorContext context) {
            return currency == null
                    || !currency.matches(Money.CURRENCY)
                    || Money.decimalsOf(currency).isPresent();
        }
    }
}
