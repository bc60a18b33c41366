using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DecidedAndPassedOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "issued_to",
                table: "redemption_voucher",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "taken_for_good",
                table: "redemption_gift",
                type: "bit",
                nullable: false,
                defaultValue: false);

            // Who was first is not known of those that were passed on already: their present holder is.
            migrationBuilder.Sql("UPDATE redemption_voucher SET issued_to = member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "issued_to",
                table: "redemption_voucher");

            migrationBuilder.DropColumn(
                name: "taken_for_good",
                table: "redemption_gift");
        }
    }
}
