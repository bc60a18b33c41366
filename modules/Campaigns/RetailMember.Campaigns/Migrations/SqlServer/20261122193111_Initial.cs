using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Campaigns.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "campaigns_award",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role = table.Column<short>(type: "smallint", nullable: false),
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    counts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    subject = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    points_taken = table.Column<long>(type: "bigint", nullable: false),
                    growth = table.Column<long>(type: "bigint", nullable: false),
                    tier_to = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    vouchers = table.Column<int>(type: "int", nullable: false),
                    vouchers_taken = table.Column<int>(type: "int", nullable: false),
                    benefit = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    purchase_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    base_fen = table.Column<long>(type: "bigint", nullable: false),
                    referral_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    taken_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    taken_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    taken_why = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    taken_by_hand = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns_award", x => x.id);
                    table.CheckConstraint("ck_campaigns_award_taken", "points_taken >= 0 AND points_taken <= points");
                });

            migrationBuilder.CreateTable(
                name: "campaigns_campaign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    budget_points = table.Column<long>(type: "bigint", nullable: true),
                    budget_awards = table.Column<long>(type: "bigint", nullable: true),
                    spent_points = table.Column<long>(type: "bigint", nullable: false),
                    spent_awards = table.Column<long>(type: "bigint", nullable: false),
                    closed_month = table.Column<DateOnly>(type: "date", nullable: true),
                    refused_why = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    refused_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns_campaign", x => x.id);
                    table.CheckConstraint("ck_campaigns_campaign_spent", "spent_points >= 0 AND spent_awards >= 0");
                });

            migrationBuilder.CreateTable(
                name: "campaigns_campaign_version",
                columns: table => new
                {
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    activated_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns_campaign_version", x => new { x.campaign_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "campaigns_member_device",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    device = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    seen_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns_member_device", x => new { x.member_id, x.device });
                });

            migrationBuilder.CreateTable(
                name: "campaigns_merged_campaign_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    row = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns_merged_campaign_row", x => new { x.merge_id, x.kind, x.row });
                });

            migrationBuilder.CreateTable(
                name: "campaigns_referral",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    referrer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    friend_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    friend_mark = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    device = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    why = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    enrolled_on = table.Column<DateOnly>(type: "date", nullable: false),
                    succeeded_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    succeeded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    purchase_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    times = table.Column<int>(type: "int", nullable: false),
                    decided_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns_referral", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "campaigns_referrer",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns_referrer", x => x.member_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_award_campaign_id_id",
                table: "campaigns_award",
                columns: new[] { "campaign_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_award_key_brand_id",
                table: "campaigns_award",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_award_member_id_campaign_id",
                table: "campaigns_award",
                columns: new[] { "member_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_award_purchase_id",
                table: "campaigns_award",
                column: "purchase_id");

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_award_referral_id",
                table: "campaigns_award",
                column: "referral_id");

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_campaign_brand_id_code",
                table: "campaigns_campaign",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_referral_brand_id_friend_mark",
                table: "campaigns_referral",
                columns: new[] { "brand_id", "friend_mark" },
                unique: true,
                filter: "[friend_mark] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_referral_brand_id_succeeded_on",
                table: "campaigns_referral",
                columns: new[] { "brand_id", "succeeded_on" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_referral_friend_id",
                table: "campaigns_referral",
                column: "friend_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_referral_referrer_id_state",
                table: "campaigns_referral",
                columns: new[] { "referrer_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_referrer_brand_id_code",
                table: "campaigns_referrer",
                columns: new[] { "brand_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campaigns_award");

            migrationBuilder.DropTable(
                name: "campaigns_campaign");

            migrationBuilder.DropTable(
                name: "campaigns_campaign_version");

            migrationBuilder.DropTable(
                name: "campaigns_member_device");

            migrationBuilder.DropTable(
                name: "campaigns_merged_campaign_row");

            migrationBuilder.DropTable(
                name: "campaigns_referral");

            migrationBuilder.DropTable(
                name: "campaigns_referrer");
        }
    }
}
