using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Apparel.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "apparel_care_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    service = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_zh = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_en = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    source = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_contact = table.Column<bool>(type: "bit", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    wish = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    done_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_apparel_care_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "apparel_customer_owner",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    owner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    set_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    set_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_apparel_customer_owner", x => x.member_id);
                });

            migrationBuilder.CreateTable(
                name: "apparel_earned_rung",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reached_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    voucher = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    worth_fen = table.Column<long>(type: "bigint", nullable: false),
                    reached_on = table.Column<DateOnly>(type: "date", nullable: false),
                    claim_until = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    gift_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_apparel_earned_rung", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "apparel_ladder_receipt",
                columns: table => new
                {
                    purchase_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_apparel_ladder_receipt", x => x.purchase_id);
                });

            migrationBuilder.CreateTable(
                name: "apparel_merged_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    row = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_apparel_merged_row", x => new { x.merge_id, x.row });
                });

            migrationBuilder.CreateTable(
                name: "apparel_rules_version",
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
                    table.PrimaryKey("PK_apparel_rules_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "apparel_sent_reminder",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    occasion = table.Column<DateOnly>(type: "date", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    missing = table.Column<long>(type: "bigint", nullable: false),
                    worth_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_apparel_sent_reminder", x => new { x.member_id, x.kind, x.occasion });
                });

            migrationBuilder.CreateIndex(
                name: "IX_apparel_care_task_brand_id_source",
                table: "apparel_care_task",
                columns: new[] { "brand_id", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_apparel_care_task_brand_id_state_due_on_id",
                table: "apparel_care_task",
                columns: new[] { "brand_id", "state", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_apparel_care_task_member_id",
                table: "apparel_care_task",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_apparel_earned_rung_brand_id_claim_until_id",
                table: "apparel_earned_rung",
                columns: new[] { "brand_id", "claim_until", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_apparel_earned_rung_member_id_month",
                table: "apparel_earned_rung",
                columns: new[] { "member_id", "month" });

            migrationBuilder.CreateIndex(
                name: "IX_apparel_earned_rung_reached_by_month_points",
                table: "apparel_earned_rung",
                columns: new[] { "reached_by", "month", "points" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_apparel_ladder_receipt_brand_id_month_member_id",
                table: "apparel_ladder_receipt",
                columns: new[] { "brand_id", "month", "member_id" });

            migrationBuilder.CreateIndex(
                name: "IX_apparel_sent_reminder_brand_id_on_member_id",
                table: "apparel_sent_reminder",
                columns: new[] { "brand_id", "on", "member_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "apparel_care_task");

            migrationBuilder.DropTable(
                name: "apparel_customer_owner");

            migrationBuilder.DropTable(
                name: "apparel_earned_rung");

            migrationBuilder.DropTable(
                name: "apparel_ladder_receipt");

            migrationBuilder.DropTable(
                name: "apparel_merged_row");

            migrationBuilder.DropTable(
                name: "apparel_rules_version");

            migrationBuilder.DropTable(
                name: "apparel_sent_reminder");
        }
    }
}
