using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Platform.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StoreCodeKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_platform_store_brand_id_code",
                table: "platform_store");

            migrationBuilder.AddColumn<string>(
                name: "code_key",
                table: "platform_store",
                type: "character varying(128)",
                maxLength: 128,
                nullable: false,
                defaultValue: "");

            // Of those that case alone told apart, the first one is found by its code; the others keep their rows.
            migrationBuilder.Sql(
                """
                UPDATE platform_store SET code_key = upper(code);
                UPDATE platform_store SET code_key = code_key || '#' || id WHERE id IN (
                    SELECT id FROM (
                        SELECT id, row_number() OVER (PARTITION BY brand_id, code_key ORDER BY id) AS place
                        FROM platform_store) AS numbered
                    WHERE place > 1);
                """);

            migrationBuilder.CreateIndex(
                name: "IX_platform_store_brand_id_code_key",
                table: "platform_store",
                columns: new[] { "brand_id", "code_key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_platform_store_brand_id_code_key",
                table: "platform_store");

            migrationBuilder.DropColumn(
                name: "code_key",
                table: "platform_store");

            migrationBuilder.CreateIndex(
                name: "IX_platform_store_brand_id_code",
                table: "platform_store",
                columns: new[] { "brand_id", "code" },
                unique: true);
        }
    }
}
