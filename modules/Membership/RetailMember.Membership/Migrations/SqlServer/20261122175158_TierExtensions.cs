using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TierExtensions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "extended_on",
                table: "membership_member",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "extended_tier",
                table: "membership_member",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "extended_until",
                table: "membership_member",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "membership_tier_extension",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    tier = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    before = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tier_extension", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_membership_tier_extension_member_id",
                table: "membership_tier_extension",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "membership_tier_extension");

            migrationBuilder.DropColumn(
                name: "extended_on",
                table: "membership_member");

            migrationBuilder.DropColumn(
                name: "extended_tier",
                table: "membership_member");

            migrationBuilder.DropColumn(
                name: "extended_until",
                table: "membership_member");
        }
    }
}
