package io.millrace.cli.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.importing.csv.RetailFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    @TempDir
    Path folder;

    @Test
    void addsUpWhatAllOrdersNeedOfAProduct() throws IOException {
        List<PlannedProduct> products = demand("1,A,HEART,6,d,2.55,7,UK", "2,B,,1,d,1,8,UK", "2,A,,4,d,3,8,UK");

        assertThat(products).extracting(PlannedProduct::sku).containsExactly("A", "B");
        assertThat(products).extracting(PlannedProduct::pieces).containsExactly(10L, 1L);
        assertThat(products).extracting(PlannedProduct::description).containsExactly("HEART", "B");
        assertThat(products.getFirst().price()).isEqualByComparingTo(new BigDecimal("2.55"));
    }

    @Test
    void needsNothingForLinesThatBecomeNoOrder() throws IOException {
        assertThat(demand("C1,A,,-1,d,1,7,UK", "2,A,,1,d,1,,UK", "3,A,,1,d,1,7,UK", "3,B,,x,d,1,7,UK"))
                .isEmpty();
    }

    @Test
    void bringsTheSamePiecesUnderTheSameIdAndOthersUnderAnother() throws IOException {
        String id = demand("1,A,,6,d,1,7,UK", "2,B,,1,d,1,8,UK").getFirst().restockId();

        assertThat(demand("1,A,,6,d,2,7,UK").getFirst().restockId())
                .isEqualTo(id)
                .matches("import-[0-9a-f]{32}");
        assertThat(demand("1,A,,7,d,1,7,UK").getFirst().restockId()).isNotEqualTo(id);
        assertThat(demand("9,A,,6,d,1,7,UK").getFirst().restockId()).isNotEqualTo(id);
    }

    private List<PlannedProduct> demand(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), HEADER + "\n" + String.join("\n", lines));
        RetailFile retail = RetailFile.of(file);
        return Demand.of(retail, FileSurvey.of(retail)).products();
    }
}
