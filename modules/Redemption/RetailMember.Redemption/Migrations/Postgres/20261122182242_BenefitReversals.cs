using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.Postgres
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "taken_back_by",
                table: "redemption_benefit_use",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "taken_back_for",
                table: "redemption_benefit_use",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);
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
