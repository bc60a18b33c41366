using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.StoredValue.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SalesInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "storedvalue_commission_version",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "corrected_at",
                table: "storedvalue_card_sale",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "corrected_by",
                table: "storedvalue_card_sale",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "corrected_why",
                table: "storedvalue_card_sale",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "drafted_by_id",
                table: "storedvalue_card_sale",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "former_seller",
                table: "storedvalue_card_sale",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "kept_from",
                table: "storedvalue_card_sale",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "type_version",
                table: "storedvalue_card_sale",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "storedvalue_sale_refund",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    sale_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    identity_check = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    payout = table.Column<short>(type: "smallint", nullable: false),
                    account_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    account_no = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    principal_fen = table.Column<long>(type: "bigint", nullable: false),
                    bonus_fen = table.Column<long>(type: "bigint", nullable: false),
                    requested_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    requested_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sale_refund", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_sale_refund_brand_id_state",
                table: "storedvalue_sale_refund",
                columns: new[] { "brand_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_sale_refund_sale_id",
                table: "storedvalue_sale_refund",
                column: "sale_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "storedvalue_sale_refund");

            migrationBuilder.DropColumn(
                name: "version",
                table: "storedvalue_commission_version");

            migrationBuilder.DropColumn(
                name: "corrected_at",
                table: "storedvalue_card_sale");

            migrationBuilder.DropColumn(
                name: "corrected_by",
                table: "storedvalue_card_sale");

            migrationBuilder.DropColumn(
                name: "corrected_why",
                table: "storedvalue_card_sale");

            migrationBuilder.DropColumn(
                name: "drafted_by_id",
                table: "storedvalue_card_sale");

            migrationBuilder.DropColumn(
                name: "former_seller",
                table: "storedvalue_card_sale");

            migrationBuilder.DropColumn(
                name: "kept_from",
                table: "storedvalue_card_sale");

            migrationBuilder.DropColumn(
                name: "type_version",
                table: "storedvalue_card_sale");
        }
    }
}
