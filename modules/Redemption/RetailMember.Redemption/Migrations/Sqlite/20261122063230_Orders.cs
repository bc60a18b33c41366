using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Orders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "redemption_entitlement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reward_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    uses = table.Column<int>(type: "INTEGER", nullable: false),
                    used = table.Column<int>(type: "INTEGER", nullable: false),
                    pace_most = table.Column<int>(type: "INTEGER", nullable: true),
                    pace_period = table.Column<short>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    revoked = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    entitlement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_entitlement_use", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reward_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    edition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    stock_place = table.Column<int>(type: "INTEGER", nullable: true),
                    pieces = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    price_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    receipt_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    periods = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    ordered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    held_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ordered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    handed_out_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order_step", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_rating",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    reward_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
        }
    }
}
