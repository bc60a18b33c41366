using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Portal.Migrations.SqlServer
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
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    who = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    granted = table.Column<bool>(type: "bit", nullable: false),
                    wording_version = table.Column<int>(type: "int", nullable: false),
                    wording = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    channel = table.Column<short>(type: "smallint", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_consent", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_consent_wording",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    chinese = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    english = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    published_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    published_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_consent_wording", x => new { x.brand_id, x.purpose, x.version });
                });

            migrationBuilder.CreateTable(
                name: "portal_member_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    device = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    seen_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ends_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_member_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_one_time_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    recipient = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    asked_from = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sent_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    expires_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    tries = table.Column<int>(type: "int", nullable: false),
                    used_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_one_time_code", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_recipient",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sent = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2")
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
