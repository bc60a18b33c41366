using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.StoredValue.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Sales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "storedvalue_card_sale",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    card_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    for_company = table.Column<bool>(type: "INTEGER", nullable: false),
                    seller_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seller = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    attribution = table.Column<short>(type: "INTEGER", nullable: false),
                    principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    tender = table.Column<short>(type: "INTEGER", nullable: false),
                    tender_reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    payment_reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    asked_per_mille = table.Column<int>(type: "INTEGER", nullable: true),
                    asked_why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decision = table.Column<short>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    drafted_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    drafted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    paid_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    paid_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    loaded_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    loaded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    loaded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    load_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    delivered_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    delivered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    refunded_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    campaign = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    line_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_commission_dispute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_commission_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    sale_id = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    seller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    base_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    per_mille = table.Column<int>(type: "INTEGER", nullable: false),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    campaign = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    payable_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reverses = table.Column<Guid>(type: "TEXT", nullable: true),
                    batch_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_commission_line", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_commission_version",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    effective_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    activated_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_commission_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_sales_campaign",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    first_card_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    top_seller_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    metric = table.Column<short>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sales_campaign", x => new { x.brand_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_sales_target",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    scope = table.Column<short>(type: "INTEGER", nullable: false),
                    of = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sales_target", x => new { x.brand_id, x.scope, x.of, x.month });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_settlement_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    up_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    prepared_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    prepared_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    exported_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    exported_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
        }
    }
}
