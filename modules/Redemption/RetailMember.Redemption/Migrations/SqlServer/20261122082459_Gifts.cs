using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    cause_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    parts = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    times = table.Column<int>(type: "int", nullable: false),
                    earned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    claim_until = table.Column<DateOnly>(type: "date", nullable: true),
                    moved_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    moved_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift_holder",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift_holder", x => x.member_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    done_until = table.Column<DateOnly>(type: "date", nullable: true),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
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
