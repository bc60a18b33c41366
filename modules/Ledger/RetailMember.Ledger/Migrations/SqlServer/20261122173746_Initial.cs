using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Ledger.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "ledger_account_ids");

            migrationBuilder.CreateSequence(
                name: "ledger_posting_ids");

            migrationBuilder.CreateTable(
                name: "ledger_account",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    owner = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    balance = table.Column<long>(type: "bigint", nullable: false),
                    floor = table.Column<long>(type: "bigint", nullable: true),
                    successor = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    overdraft = table.Column<long>(type: "bigint", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    from_lot_id = table.Column<long>(type: "bigint", nullable: true),
                    remaining = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_lot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_posting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    counter = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    asked = table.Column<long>(type: "bigint", nullable: false),
                    balance_after = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    input_hash = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: false),
                    reverses_id = table.Column<long>(type: "bigint", nullable: true),
                    business_date = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    rule = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    rule_version = table.Column<int>(type: "int", nullable: true),
                    source = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    why = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_posting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_take",
                columns: table => new
                {
                    posting_id = table.Column<long>(type: "bigint", nullable: false),
                    lot_id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.DropSequence(
                name: "ledger_account_ids");

            migrationBuilder.DropSequence(
                name: "ledger_posting_ids");
        }
    }
}
