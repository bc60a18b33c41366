using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DecidedAndPassedOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "end_reason",
                table: "redemption_voucher_batch",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "issued_to",
                table: "redemption_voucher",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "taken_for_good",
                table: "redemption_gift",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "left",
                table: "redemption_benefit_use",
                type: "INTEGER",
                nullable: true);

            // Who was first is not known of those that were passed on already: their present holder is.
            migrationBuilder.Sql("UPDATE redemption_voucher SET issued_to = member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "end_reason",
                table: "redemption_voucher_batch");

            migrationBuilder.DropColumn(
                name: "issued_to",
                table: "redemption_voucher");

            migrationBuilder.DropColumn(
                name: "taken_for_good",
                table: "redemption_gift");

            migrationBuilder.DropColumn(
                name: "left",
                table: "redemption_benefit_use");
        }
    }
}
