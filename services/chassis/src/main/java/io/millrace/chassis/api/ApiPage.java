package io.millrace.chassis.api;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.millrace.chassis.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URL;
import java.util.Optional;

/**
 * Shows the OpenAPI document that the compiler made of the service's controllers, and the AsyncAPI document that the build
 * made of its events.
 */
@Hidden
@Controller("/api")
final class ApiPage {

    private static final String PAGE = "classpath:io/millrace/chassis/api/index.html";
    private static final String DOCUMENT = "classpath:META-INF/swagger/openapi.yml";

    private static final String EVENTS_PAGE = "classpath:META-INF/asyncapi/events.html";
    private static final String EVENTS_DOCUMENT = "classpath:META-INF/asyncapi/asyncapi.json";

    private final ResourceResolver resources;
    private final SwaggerUi swaggerUi;

    ApiPage(ResourceResolver resources, SwaggerUi swaggerUi) {
        this.resources = resources;
        this.swaggerUi = swaggerUi;
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> page() {
        return answer(resources.getResource(PAGE), "no-cache");
    }

    @Get(uri = "/openapi.yml", produces = MediaType.APPLICATION_YAML)
    HttpResponse<?> document() {
        return answer(resources.getResource(DOCUMENT), "no-cache");
    }

    @Get(uri = "/events", produces = MediaType.TEXT_HTML)
    HttpResponse<?> events() {
        return answer(resources.getResource(EVENTS_PAGE), "no-cache");
    }

    @Get(uri = "/asyncapi.json", produces = MediaType.APPLICATION_JSON)
    HttpResponse<?> eventsDocument() {
        return answer(resources.getResource(EVENTS_DOCUMENT), "no-cache");
    }

    @Get(uri = "/ui/{file:[a-z0-9-]+[.](css|js|png)}", produces = MediaType.ALL)
    HttpResponse<?> file(String file) {
        return answer(swaggerUi.file(file), "public, max-age=86400");
    }

    private static HttpResponse<?> answer(Optional<URL> found, String caching) {
        return found.<HttpResponse<?>>map(
                        url -> HttpResponse.ok(new StreamedFile(url)).header(HttpHeaders.CACHE_CONTROL, caching))
                .orElseGet(() -> Problem.of(HttpStatus.NOT_FOUND, "There is no such file.")
                        .toResponse());
    }
}
