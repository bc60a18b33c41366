using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Pharmacy.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "pharmacy_health_access_ids");

            migrationBuilder.CreateTable(
                name: "pharmacy_card_reached",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    card = table.Column<short>(type: "smallint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    rules = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_card_reached", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_drug_article",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<short>(name: "class", type: "smallint", nullable: false),
                    edited_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_drug_article", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_health_access",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_health_access", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_health_consent",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    taken_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_health_consent", x => x.member_id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_health_letter",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    season = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    turn = table.Column<int>(type: "integer", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_health_letter", x => new { x.member_id, x.season });
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_health_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: false),
                    free = table.Column<bool>(type: "boolean", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_health_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_merged_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_merged_row", x => new { x.merge_id, x.row });
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_ranked_member",
                columns: table => new
                {
                    ranking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    reached_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_ranked_member", x => new { x.ranking_id, x.place });
                });

            migrationBuilder.CreateTable(
                name: "pharmacy_ranking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    frozen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    rules = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pharmacy_ranking", x => x.id);
                });

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

            migrationBuilder.CreateTable(
                name: "pharmacy_top_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: true),
                    balance = table.Column<long>(type: "bigint", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false),
                    refunded = table.Column<long>(type: "bigint", nullable: false),
                    rules = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.DropSequence(
                name: "pharmacy_health_access_ids");
        }
    }
}
