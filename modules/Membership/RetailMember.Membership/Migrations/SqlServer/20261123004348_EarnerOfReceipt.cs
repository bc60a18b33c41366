using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class EarnerOfReceipt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "earner_id",
                table: "membership_purchase",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_purchase_earner_id_occurred_at",
                table: "membership_purchase",
                columns: new[] { "earner_id", "occurred_at" },
                filter: "earner_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_membership_purchase_earner_id_occurred_at",
                table: "membership_purchase");

            migrationBuilder.DropColumn(
                name: "earner_id",
                table: "membership_purchase");
        }
    }
}
