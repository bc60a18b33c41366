using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Gifts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "redemption_gift",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    rule_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    cause_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    earned_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    claim_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    moved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    moved_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift_holder",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift_holder", x => x.member_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    done_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift_rule", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_key_brand_id",
                table: "redemption_gift",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_member_id_id",
                table: "redemption_gift",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_rule_id_state",
                table: "redemption_gift",
                columns: new[] { "rule_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_state_claim_until",
                table: "redemption_gift",
                columns: new[] { "state", "claim_until" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_rule_brand_id_code",
                table: "redemption_gift_rule",
                columns: new[] { "brand_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redemption_gift");

            migrationBuilder.DropTable(
                name: "redemption_gift_holder");

            migrationBuilder.DropTable(
                name: "redemption_gift_rule");
        }
    }
}
