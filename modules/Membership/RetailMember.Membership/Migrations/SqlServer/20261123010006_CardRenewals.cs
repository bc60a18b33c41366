using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CardRenewals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "renewed_through",
                table: "membership_member",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "membership_card_renewal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    fee_fen = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    renewed_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_card_renewal", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_membership_card_renewal_member_id",
                table: "membership_card_renewal",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "membership_card_renewal");

            migrationBuilder.DropColumn(
                name: "renewed_through",
                table: "membership_member");
        }
    }
}
