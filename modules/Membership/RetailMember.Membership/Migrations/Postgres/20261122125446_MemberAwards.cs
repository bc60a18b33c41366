using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MemberAwards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "undone",
                table: "membership_refund",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "membership_member_award",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    rule = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    rule_version = table.Column<int>(type: "integer", nullable: false),
                    programme_version = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    points_taken = table.Column<long>(type: "bigint", nullable: false),
                    growth = table.Column<long>(type: "bigint", nullable: false),
                    growth_taken = table.Column<long>(type: "bigint", nullable: false),
                    participation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    metrics_epoch = table.Column<int>(type: "integer", nullable: false),
                    tier_from = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    tier_to = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    undoings = table.Column<int>(type: "integer", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_award", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_award_key_brand_id",
                table: "membership_member_award",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_award_member_id_on",
                table: "membership_member_award",
                columns: new[] { "member_id", "on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "membership_member_award");

            migrationBuilder.DropColumn(
                name: "undone",
                table: "membership_refund");
        }
    }
}
