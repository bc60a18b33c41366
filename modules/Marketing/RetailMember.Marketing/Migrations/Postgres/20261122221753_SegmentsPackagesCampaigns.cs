using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Marketing.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SegmentsPackagesCampaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "marketing_campaign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    segment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    segment_number = table.Column<int>(type: "integer", nullable: true),
                    template_id = table.Column<Guid>(type: "uuid", nullable: true),
                    edited_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    editor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    approved_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    approved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    members = table.Column<long>(type: "bigint", nullable: false),
                    spread = table.Column<long>(type: "bigint", nullable: false),
                    ended_for = table.Column<short>(type: "smallint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_campaign", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_campaign_member",
                columns: table => new
                {
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_campaign_member", x => new { x.campaign_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "marketing_message_package",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    bought = table.Column<long>(type: "bigint", nullable: false),
                    free = table.Column<long>(type: "bigint", nullable: false),
                    price_fen = table.Column<long>(type: "bigint", nullable: false),
                    bought_on = table.Column<DateOnly>(type: "date", nullable: false),
                    used = table.Column<long>(type: "bigint", nullable: false),
                    entered_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_message_package", x => x.id);
                    table.CheckConstraint("ck_marketing_message_package_used", "used >= 0 AND used <= bought + free");
                });

            migrationBuilder.CreateTable(
                name: "marketing_package_use",
                columns: table => new
                {
                    package_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    parts = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_package_use", x => new { x.batch_id, x.package_id });
                });

            migrationBuilder.CreateTable(
                name: "marketing_segment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    edited_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_segment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_segment_version",
                columns: table => new
                {
                    segment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    edited_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_segment_version", x => new { x.segment_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_campaign_brand_id_code",
                table: "marketing_campaign",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_campaign_brand_id_state",
                table: "marketing_campaign",
                columns: new[] { "brand_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_campaign_member_campaign_id_state",
                table: "marketing_campaign_member",
                columns: new[] { "campaign_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_campaign_member_member_id",
                table: "marketing_campaign_member",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_package_brand_id_code",
                table: "marketing_message_package",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_package_use_package_id",
                table: "marketing_package_use",
                column: "package_id");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_segment_brand_id_code",
                table: "marketing_segment",
                columns: new[] { "brand_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marketing_campaign");

            migrationBuilder.DropTable(
                name: "marketing_campaign_member");

            migrationBuilder.DropTable(
                name: "marketing_message_package");

            migrationBuilder.DropTable(
                name: "marketing_package_use");

            migrationBuilder.DropTable(
                name: "marketing_segment");

            migrationBuilder.DropTable(
                name: "marketing_segment_version");
        }
    }
}
