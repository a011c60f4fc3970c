package io.millrace.cli.importing.csv;

/** The columns of the "Online Retail" file that an import needs. */
public enum Column {
    INVOICE_NO("InvoiceNo"),
    STOCK_CODE("StockCode"),
    DESCRIPTION("Description"),
    QUANTITY("Quantity"),
    UNIT_PRICE("UnitPrice"),
    CUSTOMER_ID("CustomerID"),
    COUNTRY("Country");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    /** As it stands in the header. */
    public String title() {
        return title;
    }
}
