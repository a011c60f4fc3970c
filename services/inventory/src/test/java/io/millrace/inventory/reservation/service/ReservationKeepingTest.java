package io.millrace.inventory.reservation.service;

import static io.millrace.inventory.reservation.service.News.dispatched;
import static io.millrace.inventory.reservation.service.News.pieces;
import static io.millrace.inventory.reservation.service.News.releaseRequested;
import static io.millrace.inventory.reservation.service.News.requested;
import static io.millrace.inventory.reservation.service.News.returned;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Pieces;
import io.millrace.contracts.inventory.Missing;
import io.millrace.contracts.inventory.ReservationEvent;
import io.millrace.contracts.inventory.ReservationFulfilled;
import io.millrace.contracts.inventory.ReservationHeld;
import io.millrace.contracts.inventory.ReservationRejected;
import io.millrace.contracts.inventory.ReservationReleased;
import io.millrace.contracts.inventory.ReservationReturned;
import io.millrace.inventory.product.service.Stock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationKeepingTest {

    private static final Pieces SIX = pieces("A", 6);
    private static final ReservationReleased NOTHING = new ReservationReleased("o", List.of());

    private final ReservationsInMemory store = new ReservationsInMemory();
    private final ShelvesInMemory shelves = new ShelvesInMemory();
    private final ReservationKeeping keeping = new ReservationKeeping(store, shelves);

    @BeforeEach
    void tenOfEach() {
        shelves.put("A", 10);
        shelves.put("B", 10);
    }

    @Test
    void keepsAllPiecesOfAnOrder() {
        keeping.requested(List.of(requested("o", SIX, pieces("B", 10))));

        assertThat(events()).containsExactly(new ReservationHeld("o", List.of(SIX, pieces("B", 10))));
        assertThat(store.saved.getFirst().cause().id()).isEqualTo("StockRequested o");
        assertThat(shelves.of("A")).isEqualTo(new Stock(10, 4, 6, 0, 0));
        assertThat(shelves.of("B")).isEqualTo(new Stock(10, 0, 10, 0, 0));
    }

    @Test
    void keepsNothingWhereSomethingIsMissing() {
        keeping.requested(List.of(requested("o", SIX, pieces("B", 11), pieces("NO-SUCH", 1))));

        assertThat(events())
                .containsExactly(new ReservationRejected(
                        "o", List.of(new Missing("B", 11, 10L), new Missing("NO-SUCH", 1, null))));
        assertThat(shelves.of("A")).isEqualTo(new Stock(10, 10, 0, 0, 0));
        assertThat(store.find("o").orElseThrow().status()).isEqualTo(ReservationStatus.REJECTED);
    }

    @Test
    void addsUpTheLinesOfAProduct() {
        keeping.requested(List.of(requested("o", SIX, pieces("B", 1), pieces("A", 4))));
        keeping.requested(List.of(requested("p", pieces("B", Integer.MAX_VALUE), pieces("B", Integer.MAX_VALUE))));

        assertThat(events())
                .containsExactly(
                        new ReservationHeld("o", List.of(pieces("A", 10), pieces("B", 1))),
                        new ReservationRejected("p", List.of(new Missing("B", 4_294_967_294L, 9L))));
    }

    @Test
    void givesTheLastPiecesToTheFirstOfABatch() {
        keeping.requested(List.of(requested("o", SIX), requested("p", SIX), requested("q", pieces("A", 4))));

        assertThat(events())
                .containsExactly(
                        new ReservationHeld("o", List.of(SIX)),
                        new ReservationRejected("p", List.of(new Missing("A", 6, 4L))),
                        new ReservationHeld("q", List.of(pieces("A", 4))));
        assertThat(shelves.of("A")).isEqualTo(new Stock(10, 0, 10, 0, 0));
    }

    @Test
    void saysAgainWhatWasDecidedAndDecidesNothing() {
        keeping.requested(List.of(requested("o", SIX), requested("o", SIX), requested("p", SIX)));
        shelves.put("A", 10);
        keeping.requested(List.of(requested("p", SIX)));

        assertThat(events())
                .containsExactly(
                        new ReservationHeld("o", List.of(SIX)),
                        new ReservationHeld("o", List.of(SIX)),
                        new ReservationRejected("p", List.of(new Missing("A", 6, 4L))),
                        new ReservationRejected("p", List.of(new Missing("A", 6, 4L))));
        assertThat(versions()).containsExactly(1L, 2L, 1L, 2L);
        assertThat(shelves.of("A").held()).isZero();
    }

    @Test
    void releasesWhatIsKept() {
        keeping.requested(List.of(requested("o", SIX)));
        keeping.releaseRequested(List.of(releaseRequested("o"), releaseRequested("o")));

        ReservationReleased released = new ReservationReleased("o", List.of(SIX));
        assertThat(events()).containsExactly(new ReservationHeld("o", List.of(SIX)), released, released);
        assertThat(versions()).containsExactly(1L, 2L, 3L);
        assertThat(shelves.of("A")).isEqualTo(new Stock(10, 10, 0, 0, 0));
    }

    @Test
    void keepsNothingForAnOrderThatEndedBeforeItWasAskedFor() {
        keeping.releaseRequested(List.of(releaseRequested("o")));
        keeping.requested(List.of(requested("o", SIX)));
        keeping.releaseRequested(List.of(releaseRequested("o")));

        assertThat(events()).containsExactly(NOTHING, NOTHING, NOTHING);
        assertThat(versions()).containsExactly(1L, 2L, 3L);
        assertThat(shelves.of("A")).isEqualTo(new Stock(10, 10, 0, 0, 0));
        assertThat(store.find("o").orElseThrow().status()).isEqualTo(ReservationStatus.RELEASED);
    }

    @Test
    void releasesNothingOfARejectedOrderAndNeverHoldsItLater() {
        keeping.requested(List.of(requested("o", pieces("A", 11))));
        keeping.releaseRequested(List.of(releaseRequested("o")));
        keeping.requested(List.of(requested("o", pieces("A", 1))));

        assertThat(events().subList(1, 3)).containsExactly(NOTHING, NOTHING);
        assertThat(shelves.of("A").held()).isZero();
    }

    @Test
    void shipsWhatIsKeptAndTakesItBack() {
        keeping.requested(List.of(requested("o", SIX)));
        keeping.dispatched(List.of(dispatched("o"), dispatched("o")));
        assertThat(shelves.of("A")).isEqualTo(new Stock(10, 4, 0, 6, 0));

        keeping.returned(List.of(returned("o"), returned("o")));

        assertThat(shelves.of("A")).isEqualTo(new Stock(10, 10, 0, 6, 6));
        assertThat(events())
                .endsWith(new ReservationFulfilled("o", List.of(SIX)), new ReservationReturned("o", List.of(SIX)));
        assertThat(versions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void hasNothingToReleaseOfWhatLeftTheHouse() {
        keeping.requested(List.of(requested("o", SIX)));
        keeping.dispatched(List.of(dispatched("o")));
        keeping.releaseRequested(List.of(releaseRequested("o")));

        assertThat(events()).last().isEqualTo(NOTHING);
        assertThat(store.find("o").orElseThrow().status()).isEqualTo(ReservationStatus.FULFILLED);
        assertThat(shelves.of("A")).isEqualTo(new Stock(10, 4, 0, 6, 0));
    }

    @Test
    void catchesUpWithAParcelThatWasHeardOfFirst() {
        keeping.dispatched(List.of(dispatched("o"), dispatched("p")));
        keeping.returned(List.of(returned("p")));
        keeping.requested(List.of(requested("o", SIX), requested("p", pieces("A", 4))));

        assertThat(events())
                .containsExactly(
                        new ReservationHeld("o", List.of(SIX)),
                        new ReservationFulfilled("o", List.of(SIX)),
                        new ReservationHeld("p", List.of(pieces("A", 4))),
                        new ReservationFulfilled("p", List.of(pieces("A", 4))),
                        new ReservationReturned("p", List.of(pieces("A", 4))));
        assertThat(versions()).containsExactly(1L, 2L, 1L, 2L, 3L);
        assertThat(shelves.of("A")).isEqualTo(new Stock(10, 4, 0, 10, 4));
    }

    @Test
    void passesOverParcelsOfOrdersThatNothingIsKeptFor() {
        keeping.requested(List.of(requested("o", pieces("A", 11))));
        keeping.dispatched(List.of(dispatched("o"), dispatched("never-asked")));

        assertThat(events()).hasSize(1);
        assertThat(store.find("never-asked")).isEmpty();
    }

    private List<ReservationEvent> events() {
        return store.saved.stream().map(caused -> caused.change().event()).toList();
    }

    private List<Long> versions() {
        return store.saved.stream()
                .map(caused -> caused.change().after().version())
                .toList();
    }
}
