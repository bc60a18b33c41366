using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Ledger.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ledger_account",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    balance = table.Column<long>(type: "INTEGER", nullable: false),
                    floor = table.Column<long>(type: "INTEGER", nullable: true),
                    successor = table.Column<Guid>(type: "TEXT", nullable: true),
                    overdraft = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_account", x => x.id);
                    table.CheckConstraint("ck_ledger_account_floor", "floor IS NULL OR balance >= floor");
                });

            migrationBuilder.CreateTable(
                name: "ledger_lot",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    from_lot_id = table.Column<long>(type: "INTEGER", nullable: true),
                    remaining = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_lot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_posting",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    counter = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    asked = table.Column<long>(type: "INTEGER", nullable: false),
                    balance_after = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    input_hash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    reverses_id = table.Column<long>(type: "INTEGER", nullable: true),
                    business_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: true),
                    rule = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_posting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_take",
                columns: table => new
                {
                    posting_id = table.Column<long>(type: "INTEGER", nullable: false),
                    lot_id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_take", x => new { x.posting_id, x.lot_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_account_owner_unit_brand_id",
                table: "ledger_account",
                columns: new[] { "owner", "unit", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_lot_account_id_expires_on",
                table: "ledger_lot",
                columns: new[] { "account_id", "expires_on" },
                filter: "remaining <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_lot_expires_on_brand_id",
                table: "ledger_lot",
                columns: new[] { "expires_on", "brand_id" },
                filter: "remaining <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_lot_from_lot_id",
                table: "ledger_lot",
                column: "from_lot_id",
                filter: "from_lot_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_posting_account_id_id",
                table: "ledger_posting",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_posting_key_brand_id",
                table: "ledger_posting",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_posting_reverses_id",
                table: "ledger_posting",
                column: "reverses_id",
                filter: "reverses_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_take_lot_id",
                table: "ledger_take",
                column: "lot_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_account");

            migrationBuilder.DropTable(
                name: "ledger_lot");

            migrationBuilder.DropTable(
                name: "ledger_posting");

            migrationBuilder.DropTable(
                name: "ledger_take");
        }
    }
}
