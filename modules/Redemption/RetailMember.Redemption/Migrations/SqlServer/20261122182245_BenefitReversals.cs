using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class BenefitReversals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "taken_back_at",
                table: "redemption_benefit_use",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "taken_back_by",
                table: "redemption_benefit_use",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "taken_back_for",
                table: "redemption_benefit_use",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "taken_back_at",
                table: "redemption_benefit_use");

            migrationBuilder.DropColumn(
                name: "taken_back_by",
                table: "redemption_benefit_use");

            migrationBuilder.DropColumn(
                name: "taken_back_for",
                table: "redemption_benefit_use");
        }
    }
}
