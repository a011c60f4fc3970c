package io.millrace.chassis.database;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the chassis's own tables up to date before anybody uses the database. They have a schema and a history of their
 * own, apart from the service's migrations.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
class ChassisSchema implements BeanCreatedEventListener<DataSource> {

    private final DataSourceResolver resolver;

    ChassisSchema(DataSourceResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource dataSource = event.getBean();
        Flyway.configure()
                .dataSource(resolver.resolve(dataSource))
                .schemas("messaging")
                .defaultSchema("messaging")
                .table("chassis_history")
                .locations("classpath:io/millrace/chassis/db")
                .load()
                .migrate();
        return dataSource;
    }
}
