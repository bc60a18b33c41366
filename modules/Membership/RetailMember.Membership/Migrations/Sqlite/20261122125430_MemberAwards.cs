using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "membership_member_award",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    programme_version = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    points_taken = table.Column<long>(type: "INTEGER", nullable: false),
                    growth = table.Column<long>(type: "INTEGER", nullable: false),
                    growth_taken = table.Column<long>(type: "INTEGER", nullable: false),
                    participation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    metrics_epoch = table.Column<int>(type: "INTEGER", nullable: false),
                    tier_from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    tier_to = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    undoings = table.Column<int>(type: "INTEGER", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true)
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
