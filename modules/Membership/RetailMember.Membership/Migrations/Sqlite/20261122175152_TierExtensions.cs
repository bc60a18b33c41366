using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "extended_tier",
                table: "membership_member",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "extended_until",
                table: "membership_member",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "membership_tier_extension",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    before = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true)
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
