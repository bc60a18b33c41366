using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Pharmacy.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RulesOfTheKernel : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pharmacy_club_rule_version");

            migrationBuilder.CreateTable(
                name: "pharmacy_rules_version",
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
                    table.PrimaryKey("PK_pharmacy_rules_version", x => new { x.brand_id, x.number });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pharmacy_rules_version");

            migrationBuilder.CreateTable(
                name: "pharmacy_club_rule_version",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    activated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    edited_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_club_rule_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_club_rule_version_brand_id_state_from",
                table: "pharmacy_club_rule_version",
                columns: new[] { "brand_id", "state", "from" });
        }
    }
}
