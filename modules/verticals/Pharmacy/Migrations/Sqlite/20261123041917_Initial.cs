using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Pharmacy.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pharmacy_card_reached",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    card = table.Column<short>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    quarter = table.Column<int>(type: "INTEGER", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rules = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_card_reached", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_drug_article",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    @class = table.Column<short>(name: "class", type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_drug_article", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_health_access",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_health_access", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_health_consent",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_health_consent", x => x.member_id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_health_letter",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    season = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY"),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    turn = table.Column<int>(type: "INTEGER", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_health_letter", x => new { x.member_id, x.season });
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_health_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    free = table.Column<bool>(type: "INTEGER", nullable: false),
                    finding = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_health_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_merged_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    row = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_merged_row", x => new { x.merge_id, x.row });
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_ranked_member",
                columns: table => new
                {
                    ranking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    reached_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_ranked_member", x => new { x.ranking_id, x.place });
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_ranking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    quarter = table.Column<int>(type: "INTEGER", nullable: false),
                    places = table.Column<int>(type: "INTEGER", nullable: false),
                    frozen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    rules = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_ranking", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_rules_version",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    effective_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    activated_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_rules_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_top_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    balance = table.Column<long>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    taken = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    rules = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_top_up", x => x.id);
                    table.CheckConstraint("ck_pharmacy_top_up_taken", "taken >= 0 AND taken <= points AND points > 0");
                });

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_card_reached_member_id_year",
                table: "pharmacy_card_reached",
                columns: new[] { "member_id", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_drug_article_brand_id_code",
                table: "pharmacy_drug_article",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_health_access_member_id_id",
                table: "pharmacy_health_access",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_health_letter_brand_id_season_member_id",
                table: "pharmacy_health_letter",
                columns: new[] { "brand_id", "season", "member_id" });

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_health_record_member_id_on",
                table: "pharmacy_health_record",
                columns: new[] { "member_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_ranked_member_member_id",
                table: "pharmacy_ranked_member",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_ranking_brand_id_year_quarter",
                table: "pharmacy_ranking",
                columns: new[] { "brand_id", "year", "quarter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_top_up_brand_id_on",
                table: "pharmacy_top_up",
                columns: new[] { "brand_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_pharmacy_top_up_member_id_on",
                table: "pharmacy_top_up",
                columns: new[] { "member_id", "on" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pharmacy_card_reached");

            migrationBuilder.DropTable(
                name: "pharmacy_drug_article");

            migrationBuilder.DropTable(
                name: "pharmacy_health_access");

            migrationBuilder.DropTable(
                name: "pharmacy_health_consent");

            migrationBuilder.DropTable(
                name: "pharmacy_health_letter");

            migrationBuilder.DropTable(
                name: "pharmacy_health_record");

            migrationBuilder.DropTable(
                name: "pharmacy_merged_row");

            migrationBuilder.DropTable(
                name: "pharmacy_ranked_member");

            migrationBuilder.DropTable(
                name: "pharmacy_ranking");

            migrationBuilder.DropTable(
                name: "pharmacy_rules_version");

            migrationBuilder.DropTable(
                name: "pharmacy_top_up");
        }
    }
}
