using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Portal.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "portal_card_guess",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    who = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hour = table.Column<long>(type: "bigint", nullable: false),
                    tries = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_card_guess", x => new { x.brand_id, x.who, x.hour });
                });

            migrationBuilder.CreateTable(
                name: "portal_consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    granted = table.Column<bool>(type: "boolean", nullable: false),
                    wording_version = table.Column<int>(type: "integer", nullable: false),
                    wording = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    channel = table.Column<short>(type: "smallint", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_consent", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_consent_wording",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    chinese = table.Column<string>(type: "text", nullable: false),
                    english = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_consent_wording", x => new { x.brand_id, x.purpose, x.version });
                });

            migrationBuilder.CreateTable(
                name: "portal_member_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_member_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_one_time_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    recipient = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    asked_from = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_one_time_code", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_recipient",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    sent = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_recipient", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_portal_card_guess_hour",
                table: "portal_card_guess",
                column: "hour");

            migrationBuilder.CreateIndex(
                name: "IX_portal_consent_member_id_id",
                table: "portal_consent",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_portal_member_session_ends_at",
                table: "portal_member_session",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "IX_portal_member_session_member_id_ended_at",
                table: "portal_member_session",
                columns: new[] { "member_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_portal_one_time_code_asked_from_sent_at",
                table: "portal_one_time_code",
                columns: new[] { "asked_from", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "IX_portal_one_time_code_brand_id_recipient_purpose_id",
                table: "portal_one_time_code",
                columns: new[] { "brand_id", "recipient", "purpose", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_portal_one_time_code_sent_at",
                table: "portal_one_time_code",
                column: "sent_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "portal_card_guess");

            migrationBuilder.DropTable(
                name: "portal_consent");

            migrationBuilder.DropTable(
                name: "portal_consent_wording");

            migrationBuilder.DropTable(
                name: "portal_member_session");

            migrationBuilder.DropTable(
                name: "portal_one_time_code");

            migrationBuilder.DropTable(
                name: "portal_recipient");
        }
    }
}
