package io.millrace.chassis.rest;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection only when the request was read to its end, or after two seconds. Closed at once, with a body still
 * on its way, the connection would be reset, and the caller would see that instead of the answer: RFC 9112, section 9.6.
 */
final class LingeringClose extends ChannelDuplexHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private boolean isReadingRequest;
    private ChannelPromise closing;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            isReadingRequest = true;
        }
        if (message instanceof LastHttpContent) {
            isReadingRequest = false;
        }
        if (closing == null) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (!isReadingRequest) {
            context.close(closing);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (closing == null) {
            context.fireChannelReadComplete();
        } else {
            context.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (closing != null) {
            context.close(closing);
        }
        context.fireChannelInactive();
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (closing != null || !isReadingRequest || !context.channel().isActive()) {
            context.close(promise);
            return;
        }
        closing = promise;
        var giveUp =
                context.executor().schedule(() -> context.close(promise), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(_ -> giveUp.cancel(false));
        context.read();
    }
}
