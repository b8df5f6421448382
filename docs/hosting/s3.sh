aws s3 sync public/ s3://my-bucket/story/ --delete
