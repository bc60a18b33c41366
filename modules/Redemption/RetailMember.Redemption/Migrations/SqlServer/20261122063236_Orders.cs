using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Orders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "redemption_entitlement_use_ids");

            migrationBuilder.CreateSequence(
                name: "redemption_reward_order_step_ids");

            migrationBuilder.CreateTable(
                name: "redemption_entitlement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    uses = table.Column<int>(type: "int", nullable: false),
                    used = table.Column<int>(type: "int", nullable: false),
                    pace_most = table.Column<int>(type: "int", nullable: true),
                    pace_period = table.Column<short>(type: "smallint", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    revoked = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_entitlement", x => x.id);
                    table.CheckConstraint("ck_redemption_entitlement_used", "used >= 0 AND used <= uses");
                });

            migrationBuilder.CreateTable(
                name: "redemption_entitlement_use",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    entitlement_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_entitlement_use", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    edition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    stock_place = table.Column<int>(type: "int", nullable: true),
                    pieces = table.Column<int>(type: "int", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    price_code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    receipt_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    periods = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ordered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    held_until = table.Column<DateOnly>(type: "date", nullable: false),
                    ordered_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    handed_out_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    closed_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order_step", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_rating",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    stars = table.Column<int>(type: "int", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_rating", x => x.order_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_entitlement_member_id",
                table: "redemption_entitlement",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_entitlement_use_entitlement_id",
                table: "redemption_entitlement_use",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_code_index",
                table: "redemption_reward_order",
                column: "code_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_member_id_id",
                table: "redemption_reward_order",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_reward_id_state",
                table: "redemption_reward_order",
                columns: new[] { "reward_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_state_held_until",
                table: "redemption_reward_order",
                columns: new[] { "state", "held_until" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_step_order_id_id",
                table: "redemption_reward_order_step",
                columns: new[] { "order_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_rating_reward_id_stars",
                table: "redemption_reward_rating",
                columns: new[] { "reward_id", "stars" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redemption_entitlement");

            migrationBuilder.DropTable(
                name: "redemption_entitlement_use");

            migrationBuilder.DropTable(
                name: "redemption_reward_order");

            migrationBuilder.DropTable(
                name: "redemption_reward_order_step");

            migrationBuilder.DropTable(
                name: "redemption_reward_rating");

            migrationBuilder.DropSequence(
                name: "redemption_entitlement_use_ids");

            migrationBuilder.DropSequence(
                name: "redemption_reward_order_step_ids");
        }
    }
}
