using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.SqlServer
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
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "membership_member_award",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule_version = table.Column<int>(type: "int", nullable: false),
                    programme_version = table.Column<int>(type: "int", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    points_taken = table.Column<long>(type: "bigint", nullable: false),
                    growth = table.Column<long>(type: "bigint", nullable: false),
                    growth_taken = table.Column<long>(type: "bigint", nullable: false),
                    participation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    metrics_epoch = table.Column<int>(type: "int", nullable: false),
                    tier_from = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    tier_to = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    undoings = table.Column<int>(type: "int", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "datetime2", nullable: true)
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
