using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Ledger.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Succession : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "from_lot_id",
                table: "ledger_lot",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "successor",
                table: "ledger_account",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_lot_from_lot_id",
                table: "ledger_lot",
                column: "from_lot_id",
                filter: "from_lot_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ledger_lot_from_lot_id",
                table: "ledger_lot");

            migrationBuilder.DropColumn(
                name: "from_lot_id",
                table: "ledger_lot");

            migrationBuilder.DropColumn(
                name: "successor",
                table: "ledger_account");
        }
    }
}
