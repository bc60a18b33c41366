using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "disclosed_at",
                table: "redemption_voucher",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "disclosed_by",
                table: "redemption_voucher",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "disclosed_at",
                table: "redemption_reward_order",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "disclosed_by",
                table: "redemption_reward_order",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "disclosed_at",
                table: "redemption_gift",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "disclosed_by",
                table: "redemption_gift",
                type: "TEXT",
                maxLength: 64,
                nullable: true);
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
