using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Restaurant.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "restaurant_dining_table",
                columns: table => new
                {
                    place = table.Column<string>(type: "nvarchar(48)", maxLength: 48, nullable: false, collation: "Latin1_General_100_BIN2"),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    open_bill = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_dining_table", x => x.place);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_guest",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    last_seen_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_guest", x => x.member_id);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_guest_count",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    counted_to = table.Column<DateOnly>(type: "date", nullable: true),
                    counting_to = table.Column<DateOnly>(type: "date", nullable: true),
                    counted_member = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_guest_count", x => x.brand_id);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_invoice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_back_fen = table.Column<long>(type: "bigint", nullable: false),
                    buyer = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false, collation: "Latin1_General_100_BIN2"),
                    tax_no = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    requested_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    requested_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    invoice_no = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    red_letter_no = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    settled_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    settled_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_invoice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_invoice_number",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    invoice_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_invoice_number", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "restaurant_invoice_subject",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    standing = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_invoice_subject", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_rules_version",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    document = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    effective_from = table.Column<DateTime>(type: "datetime2", nullable: true),
                    activated_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_rules_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "restaurant_table_bill",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    place = table.Column<string>(type: "nvarchar(48)", maxLength: 48, nullable: false, collation: "Latin1_General_100_BIN2"),
                    table_no = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    card_number = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    total_fen = table.Column<long>(type: "bigint", nullable: false),
                    hold_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    held_fen = table.Column<long>(type: "bigint", nullable: false),
                    held_until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    opened_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    opened_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    closed_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    closed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_table_bill", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_table_bill_item",
                columns: table => new
                {
                    bill_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    no = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    dish = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    added_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    added_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_table_bill_item", x => new { x.bill_id, x.no });
                });

            migrationBuilder.CreateTable(
                name: "restaurant_wake_up_call",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    half_year = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false, collation: "Latin1_General_100_BIN2"),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    slept_since = table.Column<DateOnly>(type: "date", nullable: false),
                    came_back_on = table.Column<DateOnly>(type: "date", nullable: true),
                    written_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_wake_up_call", x => new { x.brand_id, x.half_year, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "restaurant_wake_up_round",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    half_year = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false, collation: "Latin1_General_100_BIN2"),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    started_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    asleep = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_wake_up_round", x => new { x.brand_id, x.half_year });
                });

            migrationBuilder.CreateIndex(
                name: "IX_restaurant_guest_brand_id_last_seen_on_member_id",
                table: "restaurant_guest",
                columns: new[] { "brand_id", "last_seen_on", "member_id" });

            migrationBuilder.CreateIndex(
                name: "IX_restaurant_invoice_brand_id_requested_at",
                table: "restaurant_invoice",
                columns: new[] { "brand_id", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "IX_restaurant_invoice_brand_id_state_requested_at",
                table: "restaurant_invoice",
                columns: new[] { "brand_id", "state", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "IX_restaurant_table_bill_brand_id_state_opened_at",
                table: "restaurant_table_bill",
                columns: new[] { "brand_id", "state", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "IX_restaurant_wake_up_call_member_id",
                table: "restaurant_wake_up_call",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "restaurant_dining_table");

            migrationBuilder.DropTable(
                name: "restaurant_guest");

            migrationBuilder.DropTable(
                name: "restaurant_guest_count");

            migrationBuilder.DropTable(
                name: "restaurant_invoice");

            migrationBuilder.DropTable(
                name: "restaurant_invoice_number");

            migrationBuilder.DropTable(
                name: "restaurant_invoice_subject");

            migrationBuilder.DropTable(
                name: "restaurant_rules_version");

            migrationBuilder.DropTable(
                name: "restaurant_table_bill");

            migrationBuilder.DropTable(
                name: "restaurant_table_bill_item");

            migrationBuilder.DropTable(
                name: "restaurant_wake_up_call");

            migrationBuilder.DropTable(
                name: "restaurant_wake_up_round");
        }
    }
}
