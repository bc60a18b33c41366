using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Restaurant.Migrations.Postgres
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
                    place = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false, collation: "C"),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    open_bill = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_dining_table", x => x.place);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_guest",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
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
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    counted_to = table.Column<DateOnly>(type: "date", nullable: true),
                    counting_to = table.Column<DateOnly>(type: "date", nullable: true),
                    counted_member = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_guest_count", x => x.brand_id);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_invoice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    reference = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_back_fen = table.Column<long>(type: "bigint", nullable: false),
                    buyer = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    tax_no = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    requested_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    invoice_no = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    red_letter_no = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    settled_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_invoice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_invoice_number",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_invoice_number", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "restaurant_invoice_subject",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    standing = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_invoice_subject", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_rules_version",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    edited_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    effective_from = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    activated_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_rules_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "restaurant_table_bill",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false, collation: "C"),
                    table_no = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    card_number = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    total_fen = table.Column<long>(type: "bigint", nullable: false),
                    hold_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_fen = table.Column<long>(type: "bigint", nullable: false),
                    held_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_table_bill", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "restaurant_table_bill_item",
                columns: table => new
                {
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    no = table.Column<int>(type: "integer", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    dish = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    added_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_table_bill_item", x => new { x.bill_id, x.no });
                });

            migrationBuilder.CreateTable(
                name: "restaurant_wake_up_call",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    half_year = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slept_since = table.Column<DateOnly>(type: "date", nullable: false),
                    came_back_on = table.Column<DateOnly>(type: "date", nullable: true),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restaurant_wake_up_call", x => new { x.brand_id, x.half_year, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "restaurant_wake_up_round",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    half_year = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    started_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    asleep = table.Column<int>(type: "integer", nullable: false)
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
