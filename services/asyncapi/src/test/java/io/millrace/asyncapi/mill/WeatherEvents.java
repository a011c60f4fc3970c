package io.millrace.asyncapi.mill;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;

@EventHandler(from = "weather", foreign = true, keep = "3d")
class WeatherEvents {

    @Projection
    void coming(StormComing event) {}
}
