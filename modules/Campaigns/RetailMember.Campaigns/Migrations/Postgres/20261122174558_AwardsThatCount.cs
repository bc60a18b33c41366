using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Campaigns.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AwardsThatCount : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "counts_on",
                table: "campaigns_award",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<bool>(
                name: "taken_by_hand",
                table: "campaigns_award",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "counts_on",
                table: "campaigns_award");

            migrationBuilder.DropColumn(
                name: "taken_by_hand",
                table: "campaigns_award");
        }
    }
}
