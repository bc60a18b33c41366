using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PrivilegesAndServices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "mark",
                table: "redemption_reward_order",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<long>(
                name: "receipt_least_fen",
                table: "redemption_reward_order",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "redemption_entitlement_use",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "redemption_service_booking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    entitlement_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    time = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    moved_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    moved_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_service_booking", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_service_day",
                columns: table => new
                {
                    key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    taken = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_service_day", x => x.key);
                    table.CheckConstraint("ck_redemption_service_day_taken", "taken >= 0");
                });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_service_booking_entitlement_id",
                table: "redemption_service_booking",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_service_booking_store_id_on",
                table: "redemption_service_booking",
                columns: new[] { "store_id", "on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redemption_service_booking");

            migrationBuilder.DropTable(
                name: "redemption_service_day");

            migrationBuilder.DropColumn(
                name: "mark",
                table: "redemption_reward_order");

            migrationBuilder.DropColumn(
                name: "receipt_least_fen",
                table: "redemption_reward_order");

            migrationBuilder.DropColumn(
                name: "note",
                table: "redemption_entitlement_use");
        }
    }
}
