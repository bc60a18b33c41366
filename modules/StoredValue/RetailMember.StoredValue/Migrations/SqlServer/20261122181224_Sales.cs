using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.StoredValue.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Sales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "storedvalue_card_sale_ids");

            migrationBuilder.CreateSequence(
                name: "storedvalue_settlement_batch_ids");

            migrationBuilder.CreateTable(
                name: "storedvalue_card_sale",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    card_type = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    card_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    for_company = table.Column<bool>(type: "bit", nullable: false),
                    seller_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    seller = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    attribution = table.Column<short>(type: "smallint", nullable: false),
                    principal_fen = table.Column<long>(type: "bigint", nullable: false),
                    bonus_fen = table.Column<long>(type: "bigint", nullable: false),
                    tender = table.Column<short>(type: "smallint", nullable: false),
                    tender_reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    payment_reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    asked_per_mille = table.Column<int>(type: "int", nullable: true),
                    asked_why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    decision = table.Column<short>(type: "smallint", nullable: false),
                    decided_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    decided_why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    drafted_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    drafted_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    paid_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    paid_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    loaded_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    loaded_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    loaded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    load_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    delivered_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    delivered_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    delivered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ended_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    refunded_fen = table.Column<long>(type: "bigint", nullable: false),
                    campaign = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_sale", x => x.id);
                    table.CheckConstraint("ck_storedvalue_card_sale_refunded", "refunded_fen >= 0 AND refunded_fen <= principal_fen");
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_commission_dispute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    line_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seller_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seller = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    answer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    answered_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    answered_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_commission_dispute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_commission_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    sale_id = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    seller_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seller = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    base_fen = table.Column<long>(type: "bigint", nullable: false),
                    per_mille = table.Column<int>(type: "int", nullable: false),
                    rule_version = table.Column<int>(type: "int", nullable: false),
                    campaign = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    payable_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reverses = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    batch_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_commission_line", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_commission_version",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    effective_from = table.Column<DateTime>(type: "datetime2", nullable: true),
                    activated_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_commission_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_sales_campaign",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_zh = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_en = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    first_card_fen = table.Column<long>(type: "bigint", nullable: false),
                    top_seller_fen = table.Column<long>(type: "bigint", nullable: false),
                    metric = table.Column<short>(type: "smallint", nullable: false),
                    closed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sales_campaign", x => new { x.brand_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_sales_target",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    scope = table.Column<short>(type: "smallint", nullable: false),
                    of = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sales_target", x => new { x.brand_id, x.scope, x.of, x.month });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_settlement_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    up_to = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    lines = table.Column<int>(type: "int", nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    prepared_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    prepared_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    decided_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    exported_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    exported_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_settlement_batch", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_brand_id_delivered_on",
                table: "storedvalue_card_sale",
                columns: new[] { "brand_id", "delivered_on" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_brand_id_loaded_on",
                table: "storedvalue_card_sale",
                columns: new[] { "brand_id", "loaded_on" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_brand_id_state_id",
                table: "storedvalue_card_sale",
                columns: new[] { "brand_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_card_id",
                table: "storedvalue_card_sale",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_load_id",
                table: "storedvalue_card_sale",
                column: "load_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_seller_id_id",
                table: "storedvalue_card_sale",
                columns: new[] { "seller_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_dispute_brand_id_answered_at",
                table: "storedvalue_commission_dispute",
                columns: new[] { "brand_id", "answered_at" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_dispute_line_id",
                table: "storedvalue_commission_dispute",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_batch_id",
                table: "storedvalue_commission_line",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_brand_id_campaign_kind",
                table: "storedvalue_commission_line",
                columns: new[] { "brand_id", "campaign", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_brand_id_state_payable_on",
                table: "storedvalue_commission_line",
                columns: new[] { "brand_id", "state", "payable_on" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_sale_id",
                table: "storedvalue_commission_line",
                column: "sale_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_seller_id_on",
                table: "storedvalue_commission_line",
                columns: new[] { "seller_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_settlement_batch_brand_id_id",
                table: "storedvalue_settlement_batch",
                columns: new[] { "brand_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "storedvalue_card_sale");

            migrationBuilder.DropTable(
                name: "storedvalue_commission_dispute");

            migrationBuilder.DropTable(
                name: "storedvalue_commission_line");

            migrationBuilder.DropTable(
                name: "storedvalue_commission_version");

            migrationBuilder.DropTable(
                name: "storedvalue_sales_campaign");

            migrationBuilder.DropTable(
                name: "storedvalue_sales_target");

            migrationBuilder.DropTable(
                name: "storedvalue_settlement_batch");

            migrationBuilder.DropSequence(
                name: "storedvalue_card_sale_ids");

            migrationBuilder.DropSequence(
                name: "storedvalue_settlement_batch_ids");
        }
    }
}
