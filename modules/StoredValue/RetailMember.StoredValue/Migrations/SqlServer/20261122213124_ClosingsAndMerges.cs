using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.StoredValue.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ClosingsAndMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merge_id",
                table: "storedvalue_card_sale",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_of_receipt",
                table: "storedvalue_card_move",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "member_id",
                table: "storedvalue_card_closing",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "returned_by",
                table: "storedvalue_card_closing",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_member_id",
                table: "storedvalue_card_sale",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_merge_id",
                table: "storedvalue_card_sale",
                column: "merge_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_storedvalue_card_sale_member_id",
                table: "storedvalue_card_sale");

            migrationBuilder.DropIndex(
                name: "IX_storedvalue_card_sale_merge_id",
                table: "storedvalue_card_sale");

            migrationBuilder.DropColumn(
                name: "merge_id",
                table: "storedvalue_card_sale");

            migrationBuilder.DropColumn(
                name: "is_of_receipt",
                table: "storedvalue_card_move");

            migrationBuilder.DropColumn(
                name: "member_id",
                table: "storedvalue_card_closing");

            migrationBuilder.DropColumn(
                name: "returned_by",
                table: "storedvalue_card_closing");
        }
    }
}
