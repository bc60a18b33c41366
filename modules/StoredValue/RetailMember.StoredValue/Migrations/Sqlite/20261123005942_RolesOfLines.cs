using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.StoredValue.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RolesOfLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "storedvalue_sales_campaign",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "storedvalue_commission_line",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.Sql(
                """
                UPDATE storedvalue_sales_campaign SET number = (
                    SELECT COUNT(*) FROM storedvalue_sales_campaign AS other
                    WHERE other.brand_id = storedvalue_sales_campaign.brand_id AND other.code <= storedvalue_sales_campaign.code)
                """);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_sales_campaign_brand_id_number",
                table: "storedvalue_sales_campaign",
                columns: new[] { "brand_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_storedvalue_sales_campaign_brand_id_number",
                table: "storedvalue_sales_campaign");

            migrationBuilder.DropColumn(
                name: "number",
                table: "storedvalue_sales_campaign");

            migrationBuilder.DropColumn(
                name: "role",
                table: "storedvalue_commission_line");
        }
    }
}
