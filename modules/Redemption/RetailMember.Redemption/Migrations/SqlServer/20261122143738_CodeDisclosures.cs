using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CodeDisclosures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "disclosed_by",
                table: "redemption_voucher_move",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "disclosed_at",
                table: "redemption_voucher",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "disclosed_by",
                table: "redemption_voucher",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "disclosed_at",
                table: "redemption_reward_order",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "disclosed_by",
                table: "redemption_reward_order",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "disclosed_at",
                table: "redemption_gift",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "disclosed_by",
                table: "redemption_gift",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "disclosed_by",
                table: "redemption_voucher_move");

            migrationBuilder.DropColumn(
                name: "disclosed_at",
                table: "redemption_voucher");

            migrationBuilder.DropColumn(
                name: "disclosed_by",
                table: "redemption_voucher");

            migrationBuilder.DropColumn(
                name: "disclosed_at",
                table: "redemption_reward_order");

            migrationBuilder.DropColumn(
                name: "disclosed_by",
                table: "redemption_reward_order");

            migrationBuilder.DropColumn(
                name: "disclosed_at",
                table: "redemption_gift");

            migrationBuilder.DropColumn(
                name: "disclosed_by",
                table: "redemption_gift");
        }
    }
}
