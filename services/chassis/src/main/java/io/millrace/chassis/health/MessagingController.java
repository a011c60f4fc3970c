package io.millrace.chassis.health;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** The state of relay and consumers, for the command line and for scripts. */
@Hidden
@Controller("/messaging")
@ExecuteOn(TaskExecutors.BLOCKING)
class MessagingController {

    private final MessagingReport report;

    MessagingController(MessagingReport report) {
        this.report = report;
    }

    @Get
    MessagingStatus status() {
        return report.now();
    }
}
